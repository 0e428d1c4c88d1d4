# finds: shadow Square.area left
class Shape:
    def area(self):
        return 1

class Square(Shape):
    pass

# --- next cell
Square.area = 4
print(Square().area)
