-- Domains look for what of their service came to nothing: few of many.
CREATE INDEX exc_parcel_came_to_nothing ON exc_parcel (service, ordered_at DESC) WHERE state IN ('REFUSED', 'CANCELLED', 'GIVEN_UP');
