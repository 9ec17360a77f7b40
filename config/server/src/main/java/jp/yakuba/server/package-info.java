/**
 * The machines under the office (役場の機械): an unpacked and configured WildFly, a PostgreSQL with a data folder that lasts,
 * their secrets, ports and processes. The launcher, the tests and the journeys all start them from here.
 */
package jp.yakuba.server;
