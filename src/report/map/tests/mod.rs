//! The map as a whole: what is drawn where, on small and on hostile scenes. Drawn results are read back with code not ours: the XML
//! reader and the rasteriser of `resvg`.

mod flows;
mod hostile;
mod names;
mod picture;
mod scene;
mod squares;
