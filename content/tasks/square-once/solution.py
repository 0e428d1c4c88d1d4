import ast


class SquareCall(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("square"), [ast.Starred()]):
                return node
            case ast.Call(ast.Name("square"), [side], []):
                # Only a parameter holds the value without a name that the program around it could see or have.
                new = ast.parse("(lambda side: side * side)()", mode="eval").body
                # The parts came with places of their own, in another source.
                for part in ast.walk(new):
                    ast.copy_location(part, node)
                new.args.append(side)
                return new
        return node


def rewrite(source, mode="exec"):
    tree = SquareCall().visit(ast.parse(source, mode=mode))
    return ast.fix_missing_locations(tree)


print(ast.unparse(rewrite("area = square(next(readings))")))
