package jp.yakuba.document.api;

import java.util.UUID;

/** A search that its owner keeps under a name. */
public record SavedSearchView(UUID id, long version, String name, RecordQuery query) {}
