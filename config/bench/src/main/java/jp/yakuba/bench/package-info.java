/**
 * Benchmarks of the running office (計測): each prints what a request costs beside a reference taken in the same run.
 *
 * <p>Ours and the reference take turns for at least five rounds; medians, spread and the ratio are printed, never judged
 * by a test. CPU is the server's and the database's, read from the kernel's process table; the load generator's is left
 * out. See {@code config/docs/howto/measure.md}.
 */
package jp.yakuba.bench;
