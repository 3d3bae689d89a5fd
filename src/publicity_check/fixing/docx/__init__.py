"""Writes comments and tracked changes into a Word document; every other part stays byte for byte.

python-docx (1.2) writes comments, and docx-revisions tracked changes on top of it. Both save a document as python-docx
understands it: parts that nothing refers to are lost, styles, settings and properties are written anew, and Strict
documents, ``.docm`` and ``.dotx`` are refused. A draft that goes back to its author must differ in nothing but what is
told, so that only the parts with a change are written here, and the rest is copied.
"""
