"""How often the tool is right: labelled publications, planted defects, floors that only rise."""
