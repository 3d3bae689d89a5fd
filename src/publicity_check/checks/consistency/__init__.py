"""What a publication says that disagrees with itself, with its profile or with the rules it names.

Looked for whatever duties a pack has: a publication that contradicts itself is wrong under any rule.
"""
