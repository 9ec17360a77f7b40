/** Outside: the time stamp service. */
package jp.yakuba.signature.gateway;
