/** What the management listener says about this office (運用): ready or not, and what operators should know. */
package jp.yakuba.web.operations;
