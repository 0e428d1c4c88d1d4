# ends: ok | memory | endless
exec('x = 1\n' * 200_000)
