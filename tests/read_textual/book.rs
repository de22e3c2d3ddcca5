//! A workbook made by hand: the few parts that Excel needs, in a zip without compression.

/// CRC-32 as zip has it (ISO 3309, reflected polynomial EDB88320).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

/// A zip of stored files (APPNOTE 4.3: local headers, central directory, its end).
pub fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut body, mut directory) = (Vec::new(), Vec::new());
    let word = |value: usize| u16::try_from(value).unwrap().to_le_bytes();
    let long = |value: usize| u32::try_from(value).unwrap().to_le_bytes();
    for (name, text) in files {
        let mut common = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]; // version 2.0, no flags, stored, 1980-01-01
        common.extend(crc32(text.as_bytes()).to_le_bytes());
        common.extend([long(text.len()), long(text.len())].concat());
        common.extend([word(name.len()), word(0)].concat());
        let start = body.len();
        body.extend([b"PK\x03\x04", common.as_slice(), name.as_bytes(), text.as_bytes()].concat());
        directory.extend([b"PK\x01\x02\x14\x00", common.as_slice(), &[0; 10], &long(start), name.as_bytes()].concat());
    }
    let end = [&[0; 4][..], &word(files.len()), &word(files.len()), &long(directory.len()), &long(body.len()), &[0; 2]].concat();
    [body, directory, b"PK\x05\x06".to_vec(), end].concat()
}

/// A workbook of sheets: name, and the rows of `sheetData` as XML. Style 1 is a date, 2 a date with time, 3 a duration in hours.
pub fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut files = vec![(
        "_rels/.rels".to_owned(),
        format!(
            r#"<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        ),
    )];
    let (mut listed, mut related) = (Vec::new(), Vec::new());
    for (index, (name, data)) in sheets.iter().enumerate() {
        let number = index + 1;
        listed.push(format!(r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#));
        related.push(format!(r#"<Relationship Id="rId{number}" Type="{office}/worksheet" Target="worksheets/sheet{number}.xml"/>"#));
        let sheet = format!(r#"<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>"#);
        files.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    let (listed, related) = (listed.concat(), related.concat());
    let styles = r#"<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs>"#;
    files.push((
        "xl/workbook.xml".to_owned(),
        format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>"#),
    ));
    files.push(("xl/_rels/workbook.xml.rels".to_owned(), format!(r#"<Relationships xmlns="{package}">{related}</Relationships>"#)));
    files.push(("xl/styles.xml".to_owned(), format!(r#"<styleSheet xmlns="{main}">{styles}</styleSheet>"#)));
    zip(&files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// The XML of a row: texts as inline texts, what parses as a number as a number, `=…` as XML of the cell as it stands.
pub fn row(number: usize, cells: &[&str]) -> String {
    let cells = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(column, cell)| {
        let place = format!("{}{number}", char::from(b'A' + u8::try_from(column).unwrap()));
        match cell.strip_prefix('=') {
            Some(raw) => format!(r#"<c r="{place}" {raw}"#),
            None if cell.parse::<f64>().is_ok() => format!(r#"<c r="{place}"><v>{cell}</v></c>"#),
            None => format!(r#"<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>"#),
        }
    });
    format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
}
