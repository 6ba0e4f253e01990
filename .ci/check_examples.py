"""Checks that every example of an OpenAPI 3.0 document conforms to the schema it stands beside.

Every parameter and every body must have one, so that no schema goes unchecked.
"""

import sys

from openapi_schema_validator import OAS30Validator
from openapi_spec_validator.readers import read_from_filename
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

ROOT = "urn:document"
OPAQUE = {"schema", "schemas", "example", "examples", "x-outspoken"}


def examples(place, node):
    """The examples that stand at one parameter, header or body, each with its place."""
    if "example" in node:
        yield f"{place}/example", node["example"]
    for name, example in node.get("examples", {}).items():
        yield f"{place}/examples/{name}", example["value"]


def walk(place, node):
    """Every object of the document with its JSON Pointer, without those in schemas or examples."""
    if isinstance(node, dict):
        yield place, node
    elif not isinstance(node, list):
        return
    for key, child in node.items() if isinstance(node, dict) else enumerate(node):
        if key not in OPAQUE:
            step = str(key).replace("~", "~0").replace("/", "~1")
            yield from walk(f"{place}/{step}", child)


def check(document):
    """The faults of the document, and how many examples it has."""
    resource = Resource(contents=document, specification=DRAFT4)
    registry = Registry().with_resource(ROOT, resource)
    faults, count = [], 0
    for place, node in walk("", document):
        if "schema" not in node:  # so it is no parameter, header or body
            continue
        schema = {"$ref": f"{ROOT}#{place}/schema"}
        validator = OAS30Validator(schema, registry=registry)
        found = list(examples(place, node))
        if not found:
            faults.append(f"{place}: has no example")
        count += len(found)
        for where, value in found:
            for error in validator.iter_errors(value):
                faults.append(f"{where}: at {error.json_path}: {error.message}")
    return faults, count


def main(path):
    document, _ = read_from_filename(path)
    faults, count = check(document)
    for fault in faults:
        print(f"{path}: {fault}", file=sys.stderr)
    if not faults:
        print(f"{path}: {count} examples conform")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
