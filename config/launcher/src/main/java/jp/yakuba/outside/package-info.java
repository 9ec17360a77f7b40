/**
 * The core systems outside of the office (庁外の業務システム): insurance, welfare, school, water and hygiene, as other makers
 * would run them. One process of its own that shares nothing with the office but the broker; each system keeps its own
 * journal of what it was asked and what it answered, and drops copies by it.
 *
 * <p>A file tells each system how to behave (see {@link jp.yakuba.outside.Mood}), so that trials can make it slow, absent,
 * unwilling or mad.
 */
package jp.yakuba.outside;
