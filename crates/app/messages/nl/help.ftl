why = Waarom?
