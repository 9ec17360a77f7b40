package jp.yakuba.search.api;

/** Something found: its key, title and how well it fits (higher is better). */
public record Hit(String key, String title, double score) {}
