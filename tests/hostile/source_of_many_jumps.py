# ends: endless | ok | stack
exec('def f(x):\n while x:\n' + '  if x: continue\n' * 10_000 + '  x = 0\nf(0)')
