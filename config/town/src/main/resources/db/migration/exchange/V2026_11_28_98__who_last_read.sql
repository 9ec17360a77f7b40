-- When an office last read a publication is asked beside each register.
CREATE INDEX exc_use_by_service ON exc_use (peer, service, at DESC) WHERE incoming;
