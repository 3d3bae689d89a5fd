"""Programmes, funds and the Union, as a publication names them."""
