//! The classic problems whose best answers are published: each must be found and proven.

use std::path::Path;

use bereik::load::benchmark::{covering_points, distance_table, facilities, median};
use bereik::plan::classic::{Points, Solved, Table, facility_location, maximal_covering, p_center, p_median, set_covering};
use bereik::plan::kernel::{Effort, Ending};

use super::common::real_data;

#[track_caller]
fn proven(name: &str, solved: &Solved, published: f64, slack: f64) {
    assert_eq!(solved.ending, Ending::Optimal, "{name}");
    assert!((solved.value - published).abs() <= slack, "{name}: {} instead of {published}", solved.value);
    assert!((solved.bound - solved.value).abs() <= 1e-9 * solved.value.abs(), "{name}: bound {}", solved.bound);
}

/// OR-Library pmed1 to 20 (Beasley): the last words of each line of `pmedopt.txt` are name and value.
#[test]
fn p_median_of_or_library() {
    let Some(data) = real_data() else { return };
    let folder = data.join("benchmarks/pmed");
    let best = std::fs::read_to_string(folder.join("pmedopt.txt")).unwrap();
    let published = |name: &str| -> f64 {
        let mut words = best.split_whitespace().skip_while(|word| *word != name);
        words.nth(1).unwrap().parse().unwrap()
    };
    for number in 1..=20 {
        let name = format!("pmed{number}");
        let problem = median(&folder.join(format!("{name}.txt"))).unwrap();
        let weights = vec![1.0; problem.distances.len()];
        let table = Table { distances: problem.distances };
        let solved = p_median(&table, &weights, problem.count, Effort::default()).unwrap();
        proven(&name, &solved, published(&name), 0.0);
        assert_eq!(solved.options.len(), problem.count as usize);
    }
}

/// São José dos Campos (Lorena & Pereira): covered within 800 m by 1 to 6 of the points.
#[test]
fn maximal_covering_of_sao_jose_dos_campos() {
    const PUBLISHED: [(u32, [f64; 6]); 5] = [
        (324, [5461.0, 8790.0, 11604.0, 12106.0, 12152.0, 12152.0]),
        (402, [6555.0, 11339.0, 14690.0, 15658.0, 15970.0, 15984.0]),
        (500, [7944.0, 12454.0, 15730.0, 17794.0, 18859.0, 19525.0]),
        (708, [8393.0, 13306.0, 17272.0, 20338.0, 21486.0, 22504.0]),
        (818, [8393.0, 13306.0, 17507.0, 21428.0, 24531.0, 25908.0]),
    ];
    let Some(data) = real_data() else { return };
    let folder = data.join("benchmarks/mclp_sjc");
    for (size, published) in PUBLISHED {
        let places = covering_points(&folder.join(format!("SJC{size}.txt")), &folder.join(format!("demand-SJC{size}.dat"))).unwrap();
        let at = bereik::crs::Planar(places.iter().map(|place| place.at.0).collect::<Vec<_>>());
        let weights: Vec<f64> = places.iter().map(|place| place.weight).collect();
        let points = Points::new(&at, &at);
        for (count, published) in (1..).zip(published) {
            let solved = maximal_covering(&points, &weights, 800.0, count, Effort::default()).unwrap();
            proven(&format!("SJC{size}, p = {count}"), &solved, published, 0.0);
        }
    }
}

/// OR-Library's facility location, capacities left aside.
#[test]
fn facility_location_of_or_library() {
    const PUBLISHED: [(&str, f64); 8] = [
        ("cap71", 932_615.75),
        ("cap72", 977_799.4),
        ("cap73", 1_010_641.45),
        ("cap74", 1_034_976.975),
        ("cap101", 796_648.437),
        ("cap102", 854_704.2),
        ("cap103", 893_782.112),
        ("cap104", 928_941.75),
    ];
    let Some(data) = real_data() else { return };
    for (name, published) in PUBLISHED {
        let problem = facilities(&data.join(format!("benchmarks/uflp/{name}.txt"))).unwrap();
        let solved = facility_location(&problem.opening, &problem.serving, Effort::default()).unwrap();
        proven(name, &solved, published, 1e-3);
    }
}

/// PySAL's example of San Francisco: four goals on one table of distances.
#[test]
fn four_goals_in_san_francisco() {
    let Some(data) = real_data() else { return };
    let file = "benchmarks/spopt_sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv";
    let read = distance_table(&data.join(Path::new(file))).unwrap();
    assert_eq!((read.clients.len(), read.options.len(), read.weights.iter().sum::<f64>()), (205, 16, 955_113.0));
    let table = Table { distances: read.distances };
    let all = Effort::default();
    proven("set covering", &set_covering(&table, 5000.0, false, all).unwrap(), 8.0, 0.0);
    proven("maximal covering", &maximal_covering(&table, &read.weights, 5000.0, 4, all).unwrap(), 875_247.0, 0.0);
    proven("p-median", &p_median(&table, &read.weights, 4, all).unwrap(), 2_848_268_129.714_5, 1.0);
    proven("p-center", &p_center(&table, 4, all).unwrap(), 7403.06, 5e-3);
}
