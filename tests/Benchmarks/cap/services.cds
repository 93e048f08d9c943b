/** The rows of our feed's set, with its page size: what the benchmark `odata` measures against. */
@path: '/odata'
service feed {
  @cds.query.limit: { default: 1000, max: 1000 }
  @readonly entity CurrentReports {
    key reportKey : String;
    cellKey : String;
    planId : String;
    roundKey : String;
    roundId : String;
    indicatorKey : String;
    nodeId : String;
    scorecardId : UUID;
    goalId : UUID;
    departmentId : String;
    revision : Integer;
    valueKind : String;
    value : Double;
    valueText : String;
    reachedOn : Date;
    assessmentId : Integer;
    assessment : String;
    statusId : Integer;
    statusName : String;
    statusText : String;
    ruleText : String;
    isLate : Boolean;
    notApplicable : Boolean;
    isSuppressed : Boolean;
    comment : String;
    reason : String;
    isMasked : Boolean;
    review : String;
    question : String;
    reportedAt : Timestamp;
    firstReportedAt : Timestamp;
    isExample : Boolean;
  }
}
