# ends: ok
Wide = type('Wide', (), {f'a{n}': print for n in range(20_000)})
class Wider(Wide):
    pass
Wider.a5 = wide = Wider()
