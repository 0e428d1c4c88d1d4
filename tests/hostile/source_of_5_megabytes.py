# ends: ok
exec('#' * 5_000_000 + '\nfrom_a_long_source = 1')
