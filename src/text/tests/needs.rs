//! What a column is needed for has its words in both languages.

use super::assert_well_written;
use crate::load::Needed;
use crate::model::Lang;
use crate::text::of;

const NEEDED: [Needed; 16] = [
    Needed::MunicipalityCode,
    Needed::MunicipalityName,
    Needed::AreaCode,
    Needed::Residents,
    Needed::Position,
    Needed::SiteName,
    Needed::LibraryName,
    Needed::Municipality,
    Needed::LibraryMunicipality,
    Needed::Amount,
    Needed::Year,
    Needed::Factor,
    Needed::Registered,
    Needed::Visits,
    Needed::Weeks,
    Needed::Stated,
];

#[test]
fn every_need_has_its_words() {
    for needed in NEEDED {
        let (dutch, english) = (of(Lang::Nl).needed(needed), of(Lang::En).needed(needed));
        assert_well_written(dutch);
        assert_well_written(english);
        assert_ne!(dutch, english);
    }
}
