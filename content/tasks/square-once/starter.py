import ast


class SquareCall(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("square"), [side]):
                return ast.BinOp(side, ast.Mult(), side)
        return node


def rewrite(source, mode="exec"):
    tree = SquareCall().visit(ast.parse(source, mode=mode))
    return ast.fix_missing_locations(tree)


print(ast.unparse(rewrite("area = square(next(readings))")))
