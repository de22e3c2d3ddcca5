"""Opens a GeoPackage with GDAL, and with QGIS where that is there: layers, counts, aliases, and that every row is drawn."""

import csv
import os
import sqlite3
import sys

from osgeo import gdal, ogr

gdal.UseExceptions()
path = sys.argv[1]
folder = os.path.dirname(path)
wrong = []

# What the file itself says of its columns; GDAL shows it as other names of fields from some version on (3.12 does, 3.6 does not).
told = {(t, c): title for t, c, title in sqlite3.connect(path).execute("SELECT table_name, column_name, title FROM gpkg_data_columns")}
source = ogr.Open(path)
aliases = 0
geometries = {name for (name,) in sqlite3.connect(path).execute("SELECT table_name FROM gpkg_geometry_columns")}
for index in range(source.GetLayerCount()):
    layer = source.GetLayer(index)
    name = layer.GetName()
    if name == "layer_styles":
        continue
    with open(os.path.join(folder, f"{name}.csv"), newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    fields = [layer.GetLayerDefn().GetFieldDefn(at) for at in range(layer.GetLayerDefn().GetFieldCount())]
    if [field.GetName() for field in fields] != header:
        wrong.append(f"{name}: other columns than in the CSV")
    if layer.GetFeatureCount() != len(rows) or sum(1 for _ in layer) != len(rows):
        wrong.append(f"{name}: other rows than in the CSV")
    for field in fields:
        alias = field.GetAlternativeName()
        aliases += bool(alias)
        if alias and alias != told.get((name, field.GetName())):
            wrong.append(f"{name}: {field.GetName()} is called {alias!r}")
    print(f"{name}: {len(rows)} rows, {len(fields)} columns")
print(f"GDAL {gdal.__version__}: {aliases} aliases of {len(told)}" + ("" if aliases else " (this version does not read them)"))

try:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication, QgsRenderContext, QgsVectorLayer
except ImportError:
    print("no QGIS here: styles are not looked at")
else:
    app = QgsApplication([], False)
    app.initQgis()
    styled = [name for (name,) in sqlite3.connect(path).execute("SELECT f_table_name FROM layer_styles")] if source.GetLayerByName("layer_styles") else []
    for name in styled:
        # A layer of more kinds of geometry is opened once for each.
        mixed = source.GetLayerByName(name).GetGeomType() == ogr.wkbUnknown
        for kind in ("Polygon", "Point") if mixed else ("",):
            layer = QgsVectorLayer(f"{path}|layername={name}" + (f"|geometrytype={kind}" if kind else ""), name, "ogr")
            called = {field.name(): field.alias() for field in layer.fields()}
            for (table, column), title in told.items():
                if table == name and called.get(column) != title:
                    wrong.append(f"QGIS: {name}: {column} is called {called.get(column)!r}")
            context = QgsRenderContext()
            renderer = layer.renderer()
            renderer.startRender(context, layer.fields())
            missed = 0
            for feature in layer.getFeatures():
                context.expressionContext().setFeature(feature)
                missed += feature.hasGeometry() and not renderer.willRenderFeature(feature, context)
            renderer.stopRender(context)
            count = layer.featureCount()
            print(f"QGIS: {name} {kind}: {renderer.type()}, {count} rows, {missed} not drawn")
            # Where the legend has scenarios or groups to tick, one of them is drawn.
            if missed and (mixed or missed == count):
                wrong.append(f"QGIS: {name}: {missed} of {count} rows are not drawn")
    wrong += [f"{name} has no style" for name in sorted(geometries - set(styled))]

print("\n".join(wrong) or "all as it should be")
sys.exit(bool(wrong))
