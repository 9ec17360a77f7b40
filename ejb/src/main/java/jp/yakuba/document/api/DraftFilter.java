package jp.yakuba.document.api;

/**
 * Which drafts are wanted; what the actor may not read is never among them.
 *
 * @param mine only those the actor writes
 * @param state where they stand; null for any
 * @param words part of title or number; null for any
 */
public record DraftFilter(boolean mine, DraftState state, String words) {}
