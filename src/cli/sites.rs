//! `bereik sites`: the sites of a study with their ids.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::progress::Progress;
use super::{Common, Exit, tell, use_threads};
use crate::model::Scope;
use crate::report::terminal::table;
use crate::run::{self, Checked, Failure};
use crate::text;
use crate::week::Style;

/// List the sites of a study: id, name, place, kind of venue, status, hours
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  bereik sites scenarios/waterstreek.toml")]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// List also the sites beyond the surroundings of the study
    #[arg(long)]
    all: bool,
    /// Print the list as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    name: &'a str,
    place: &'a str,
    municipality: &'a str,
    library: &'a str,
    venue: &'static str,
    status: &'static str,
    scope: &'static str,
    hours: Option<f64>,
    week: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::new(language.unwrap_or_default());
    let checked = run::check(&arguments.study, language, &progress);
    progress.finish();
    let Checked { study, loaded } = checked?;
    let region = &loaded.region;
    let sites = region.sites.iter().zip(&region.site_scope).filter(|(_, scope)| arguments.all || **scope != Scope::Beyond);
    if arguments.json {
        let lines: Vec<Line> = sites
            .map(|(site, scope)| Line {
                id: &site.id,
                name: &site.name,
                place: &site.place,
                municipality: site.municipality.map_or("", |index| &region.municipalities[index].code),
                library: site.library.map_or("", |index| &region.libraries[index].name),
                venue: site.venue.name(),
                status: site.status.name(),
                scope: crate::report::coverage::scope_name(*scope),
                hours: site.hours.opening().map(|opening| opening.hours().get()),
                week: site.hours.week().map(|week| week.text(Style::Osm)),
            })
            .collect();
        let json = serde_json::to_string_pretty(&lines).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        let text = text::of(study.language);
        let words = text.words();
        let rows: Vec<Vec<String>> = sites
            .map(|(site, _)| {
                let municipality = site.municipality.map_or("", |index| &region.municipalities[index].name);
                let place = if site.place.is_empty() { municipality } else { &site.place };
                vec![
                    site.id.clone(),
                    site.name.clone(),
                    place.to_owned(),
                    text.venue(site.venue).to_owned(),
                    text.status(site.status).to_owned(),
                    site.hours.opening().map_or(String::new(), |opening| text.opening(opening)),
                ]
            })
            .collect();
        tell::data(&table(&[words.id, words.name, words.place, words.venue, words.status, words.open], &[], &rows), study.language)?;
    }
    Ok(Exit::Done)
}
