//! The chapters on the data, on what was refused, and on what the advice was made from.

use super::tables::headings;
use super::{Advice, chapter};
use crate::report::document::{Align, Block, Section, TextTable};
use crate::text::AdviceSentence;

/// How many refused rows are shown.
const MOST: usize = 40;

/// Both chapters.
pub(super) fn account(advice: &Advice) -> [Section; 2] {
    [data(advice), made_from(advice)]
}

/// What was found in the files and between them, and the rows that were refused.
fn data(advice: &Advice) -> Section {
    let (text, loaded) = (advice.text(), advice.loaded);
    let words = text.advice();
    let [files, between, refused, none] = words.data;
    let mut section = chapter("data", words.chapters[6]);
    section.blocks.push(Block::Heading(files.to_owned()));
    for report in &loaded.files {
        section.blocks.push(Block::Paragraph(format!("{}: {}", text.role(report.role), report.file)));
        section.blocks.push(Block::List { items: text.file(report), numbered: false });
    }
    if !loaded.findings.is_empty() {
        let items = loaded.findings.iter().map(|finding| text.finding(finding)).collect();
        section.blocks.extend([Block::Heading(between.to_owned()), Block::List { items, numbered: false }]);
    }
    let all: Vec<String> =
        loaded.files.iter().flat_map(|report| report.refused.iter().map(|refusal| text.refusal(&report.file, refusal))).collect();
    section.blocks.push(Block::Heading(refused.to_owned()));
    section.blocks.push(if all.is_empty() {
        Block::Paragraph(none.to_owned())
    } else {
        Block::List { items: all.iter().take(MOST).cloned().collect(), numbered: false }
    });
    if all.len() > MOST {
        section.blocks.push(Block::Paragraph(text.advice_sentence(&AdviceSentence::MoreRefused { rows: all.len() - MOST })));
    }
    section
}

/// The files that were read, with their hashes.
fn made_from(advice: &Advice) -> Section {
    let words = advice.text().advice();
    let [caption, file, hash] = words.manifest;
    let mut section = chapter("account", words.chapters[7]);
    section.new_page = false;
    section.blocks.push(Block::Paragraph(words.manifest_intro.to_owned()));
    let study = (&advice.manifest.study.file, &advice.manifest.study.sha256);
    let inputs = advice.manifest.inputs.iter().map(|input| (&input.file, &input.sha256));
    section.blocks.push(Block::Table(TextTable {
        caption: caption.to_owned(),
        headings: headings(&[file, hash]),
        aligns: vec![Align::Left; 2],
        rows: std::iter::once(study).chain(inputs).map(|(file, hash)| vec![file.clone(), hash.clone()]).collect(),
    }));
    section
}
