"""Parses source to a syntax tree, changes it with visitors, compiles and runs it, and writes it as source again."""

import ast

SOURCE = """
def area{n}(width, height=2):
    '''Says how large it is.'''
    total = 0
    for step in range(width):
        if step % 3 == 0 and step > 1 + 2 * 3:
            total += step * height - (4 + 5)
        elif not step:
            continue
        else:
            total -= [value ** 2 for value in (1, step, 2 - 1)][1]
    return {{"total": total, "width": width}}["total"]

result{n} = area{n}(10 + 20, height={n})
"""


class Names(ast.NodeVisitor):
    def __init__(self):
        self.counts = {}

    def visit_Name(self, node):
        self.counts[node.id] = self.counts.get(node.id, 0) + 1

    def visit_FunctionDef(self, node):
        self.counts[node.name] = len(node.args.args)
        self.generic_visit(node)


class Folding(ast.NodeTransformer):
    """Calculates sums, differences and products of numbers."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        match node:
            case ast.BinOp(left=ast.Constant(value=int(left)), right=ast.Constant(value=int(right))):
                match node.op:
                    case ast.Add():
                        return ast.copy_location(ast.Constant(left + right), node)
                    case ast.Sub():
                        return ast.copy_location(ast.Constant(left - right), node)
                    case ast.Mult():
                        return ast.copy_location(ast.Constant(left * right), node)
        return node


def work():
    total, counted, nodes, length = 0, 0, 0, 0
    for number in range(1, 60):
        source = SOURCE.format(n=number)
        tree = ast.parse(source)
        names = Names()
        names.visit(tree)
        counted += sum(names.counts.values())
        tree = ast.fix_missing_locations(Folding().visit(tree))
        nodes += sum(1 for node in ast.walk(tree) if isinstance(node, ast.expr))
        space = {}
        exec(compile(tree, "<tree>", "exec"), space)
        total += space[f"result{number}"]
        written = ast.unparse(tree)
        length += len(written)
        exec(compile(written, "<written>", "exec"), space)
        total += space[f"result{number}"]
    total += sum(ast.literal_eval(f"[{number}, ({number}, -1), {{'a': {number}}}]")[0] for number in range(150))
    return total, counted, nodes, length
