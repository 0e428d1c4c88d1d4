# says: The rewritten program has a variable more
import ast


class SquareCall(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("square"), [ast.Starred()]):
                return node
            case ast.Call(ast.Name("square"), [side], []):
                held = ast.NamedExpr(ast.Name("side", ast.Store()), side)
                return ast.copy_location(ast.BinOp(held, ast.Mult(), ast.Name("side", ast.Load())), node)
        return node


def rewrite(source, mode="exec"):
    tree = SquareCall().visit(ast.parse(source, mode=mode))
    return ast.fix_missing_locations(tree)
