# says: A traceback must name the call that the author wrote.
import ast


class SquareCall(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("square"), [ast.Starred()]):
                return node
            case ast.Call(ast.Name("square"), [side], []):
                new = ast.parse("(lambda side: side * side)()", mode="eval").body
                new.args.append(side)
                return new
        return node


def rewrite(source, mode="exec"):
    tree = SquareCall().visit(ast.parse(source, mode=mode))
    return ast.fix_missing_locations(tree)
