/** Pages of decisions (決裁): one's tasks, and a proposal with its route, its deeds and its history. */
package jp.yakuba.web.approval;
