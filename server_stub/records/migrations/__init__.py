"""Steps of the database's form, each numbered, forward and back, run by `schema.upgrade`."""
