# says: `square` multiplies its argument with `*`.
import ast


class SquareCall(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("square"), [ast.Starred()]):
                return node
            case ast.Call(ast.Name("square"), [side], []):
                return ast.copy_location(ast.BinOp(side, ast.Pow(), ast.Constant(2)), node)
        return node


def rewrite(source, mode="exec"):
    tree = SquareCall().visit(ast.parse(source, mode=mode))
    return ast.fix_missing_locations(tree)
