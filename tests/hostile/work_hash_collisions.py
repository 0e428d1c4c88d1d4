# ends: endless
class Same(int):
    def __hash__(self):
        return 1
{Same(n) for n in range(5_000)}
