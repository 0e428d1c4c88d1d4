# ends: error KeyError
{}['\n<key>' * 500_000]
