"""Opens a workbook with openpyxl: a sheet for every CSV beside it, the same numbers, frozen headers, filters, forms of numbers."""

import csv
import glob
import os
import sys

import openpyxl

path = sys.argv[1]
book = openpyxl.load_workbook(path)
wrong = []
tables = []
for name in glob.glob(os.path.join(os.path.dirname(path), "*.csv")):
    with open(name, newline="", encoding="utf-8") as file:
        tables.append((name, list(csv.reader(file))))

if len(book.sheetnames) != len(tables) + 1:
    wrong.append(f"{len(book.sheetnames)} sheets for {len(tables)} tables and a first sheet")


def same(cell, text):
    """A text, or a number that a CSV has rounded to the decimals it shows."""
    if text == "" or cell is None or not isinstance(cell, (int, float)):
        return (cell or "") == text
    half = 0.5 * 10.0 ** -len(text.partition(".")[2])
    return abs(float(text) - cell) <= half * (1 + 1e-6)


def alike(cells, texts):
    """A column of the same values, or of codes that are told in words: one code, one word, and no word for two codes."""
    if all(same(cell, text) for cell, text in zip(cells, texts)):
        return True
    if any((cell is None) != (text == "") or not isinstance(cell, (str, type(None))) for cell, text in zip(cells, texts)):
        return False
    pairs = set(zip(cells, texts))
    return len(pairs) == len({cell for cell, _ in pairs}) == len({text for _, text in pairs})


table_of = dict(tables)
matched = set()
for sheet in book.worksheets[1:]:
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    width = len(rows[0])
    is_this = lambda table: len(table[0]) == width and len(table) == len(rows) and all(
        alike(cells, texts) for cells, texts in zip(zip(*rows[1:]), zip(*table[1:]))
    )
    found = [name for name, table in tables if name not in matched and is_this(table)]
    if not found:
        wrong.append(f"{sheet.title}: no CSV has these cells")
    matched.update(found[:1])
    if not sheet.freeze_panes or not sheet.auto_filter.ref or not sheet["A1"].font.bold:
        wrong.append(f"{sheet.title}: header not frozen, without a filter, or not bold")
    for head, cell in zip(rows[0], sheet[2] if len(rows) > 1 else []):
        form = {"(%)": "0.0%", "(€)": '"€" #,##0', "(m)": "#,##0"}.get(head[head.rfind("(") :])
        if form and isinstance(cell.value, (int, float)) and cell.number_format != form:
            wrong.append(f"{sheet.title}: {head} is shown as {cell.number_format}")
    # A table of which every row has its own unit: each number has the form of that unit.
    units = [number for number, text in enumerate(table_of.get(found[0], [[]])[0] if found else []) if text == "unit"]
    forms = {"euro": '"€" #,##0', "share": "0.0%", "m": "#,##0", "hours": "#,##0.0", "visits": "#,##0.0"}
    for at, line in enumerate(table_of[found[0]][1:] if units else [], start=2):
        form = forms.get(line[units[0]])
        for cell in sheet[at] if form else []:
            if isinstance(cell.value, (int, float)) and cell.number_format != form:
                wrong.append(f"{sheet.title}: {cell.coordinate} is shown as {cell.number_format}, not {form}")
print(f"{len(matched)} of {len(tables)} tables found again in {len(book.worksheets) - 1} sheets")
print("\n".join(wrong) or "all as it should be")
sys.exit(bool(wrong))
