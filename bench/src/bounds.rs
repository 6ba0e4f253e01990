//! Documents that are as large, as deep and as entangled as they may be.
