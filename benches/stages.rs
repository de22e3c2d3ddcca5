//! Each stage of `bereik coverage` on synthetic countries of growing size: read, join, nearest, summarise, write, the matrix, hours, the week,
//! floating catchments, and the distances from file to file. The cost per square should stay flat: compare the throughput of the sizes.
//!
//! `cargo bench --bench stages` takes some minutes, most of them to make the countries. `BEREIK_BENCH_SQUARES=10000,4000000` chooses sizes.
#![expect(clippy::unwrap_used, reason = "a bench that cannot set itself up has failed")]
#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use bereik::load::{Selection, Source, load};
use bereik::measure::{Coverage, coverage, desks, distances, hours, pairs, supply, week_curve};
use bereik::model::{DataFile, Region, Study};
use bereik::reach::{matrix, nearest};
use bereik::report::{Output, coverage as tables, csv};
use bereik::run::{Part, Request, open};
use bereik::spatial::{Joiner, Tiles};
use bereik::synth::{Config, generate, write};
use bereik::text;
use bereik::watch::Unwatched;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// The sizes: squares, desks and branches, municipalities.
fn sizes() -> Vec<(usize, usize, usize)> {
    let chosen = std::env::var("BEREIK_BENCH_SQUARES").unwrap_or_else(|_| "10000,100000,400000".to_owned());
    chosen
        .split(',')
        .map(|squares| squares.trim().parse().unwrap())
        .map(|squares| (squares, squares / 300 + 1, squares / 1200 + 3))
        .collect()
}

fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10).measurement_time(Duration::from_secs(4)).warm_up_time(Duration::from_millis(500));
    for (squares, sites, municipalities) in sizes() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::new(squares, sites, 0, municipalities.min(342), 1);
        write(&generate(&config).unwrap(), folder.path()).unwrap();
        let file = folder.path().join("studie.toml");
        let study = open(&file, None).unwrap();
        let region = load(&study).unwrap().region;
        group.throughput(Throughput::Elements(squares as u64));
        let name = |stage: &str| BenchmarkId::new(stage, squares);
        group.bench_function(name("1 read"), |bench| bench.iter(|| read(&study.data.population)));
        let shapes: Vec<_> = region.municipalities.iter().map(|municipality| municipality.shape.get()).collect();
        group.bench_function(name("2 join"), |bench| bench.iter(|| Joiner::new(&shapes).join(region.cells.at.get(), 500.0)));
        let open_sites: Vec<_> = (0u32..).zip(&region.sites).map(|(index, site)| (index, site.at)).collect();
        group.bench_function(name("3 nearest"), |bench| {
            bench.iter(|| nearest(&region.cells.at, &Tiles::new(region.cells.at.get()), &open_sites));
        });
        let computed = coverage(&region, &study);
        group.bench_function(name("4 summarise"), |bench| bench.iter(|| distances(&region, &computed.distance, &study.reach, &study.need)));
        group.bench_function(name("5 write"), |bench| bench.iter(|| write_cells(&region, &study, &computed)));
        group.bench_function(name("6 matrix"), |bench| {
            bench.iter(|| matrix(&region.cells.at, &Tiles::new(region.cells.at.get()), &open_sites, study.reach.farthest()));
        });
        let near = pairs(&region, &study);
        let open_desks = desks(&region, study.moments.outside_desk_hours);
        group.bench_function(name("7 hours and moments"), |bench| bench.iter(|| hours(&region, &study, &near, &open_desks)));
        let reached = hours(&region, &study, &near, &open_desks);
        group.bench_function(name("8 week"), |bench| {
            bench.iter(|| week_curve(&region, &study, &reached, &open_desks));
        });
        group.bench_function(name("9 floating catchment"), |bench| {
            bench.iter(|| supply(&region, &study, &near, &open_desks, &computed.need));
        });
        group.bench_function(name("all, file to file"), |bench| bench.iter(|| file_to_file(&file, folder.path())));
    }
    group.finish();
}

/// The columns that a coverage needs.
fn read(file: &DataFile) {
    let source = Source::open(file).unwrap();
    let field = |name: &str| source.field(name).unwrap();
    let selection = Selection {
        numbers: vec![field("aantal_inwoners"), field("aantal_inwoners_65_jaar_en_ouder")],
        texts: vec![field("crs28992res100m")],
        ..Selection::default()
    };
    black_box(source.read(&selection).unwrap());
}

/// The table of cells as CSV, into nothing.
fn write_cells(region: &Region, study: &Study, computed: &Coverage) {
    let rows = tables::reported_cells(region);
    csv::write(&tables::cells(region, computed, Vec::new(), &rows, text::of(study.language).words()), &mut std::io::sink()).unwrap();
}

fn file_to_file(study: &Path, folder: &Path) {
    let request = Request {
        study: study.to_owned(),
        language: None,
        out: folder.join("out"),
        outputs: vec![Output::Csv],
        maps: false,
        parts: vec![Part::Distance],
        at: None,
    };
    black_box(bereik::run::coverage(&request, &Unwatched).unwrap());
}

criterion_group!(benches, stages);
criterion_main!(benches);
