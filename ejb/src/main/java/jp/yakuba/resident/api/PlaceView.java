package jp.yakuba.resident.api;

/** A place: postal code, prefecture, municipality, 町字, and whether it lies in this town. */
public record PlaceView(String postalCode, String prefecture, String municipality, String place, boolean here) {}
