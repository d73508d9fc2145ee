// Peer for tests: means of payment of a signup, member names as on the wire.
package peer;

public class PaymentInfo {
    private String cc_type;
    private String expDay;
    private String expMonth;
    private String expYear;
    private String issueNo;
    private String name;
    private String number;
    private String startDay;
    private String startMonth;
    private String startYear;
    private String type;

    public String getCc_type() { return cc_type; }
    public void setCc_type(String cc_type) { this.cc_type = cc_type; }
    public String getExpDay() { return expDay; }
    public void setExpDay(String expDay) { this.expDay = expDay; }
    public String getExpMonth() { return expMonth; }
    public void setExpMonth(String expMonth) { this.expMonth = expMonth; }
    public String getExpYear() { return expYear; }
    public void setExpYear(String expYear) { this.expYear = expYear; }
    public String getIssueNo() { return issueNo; }
    public void setIssueNo(String issueNo) { this.issueNo = issueNo; }
    public String getName() { return name; }
    public void setName(String name) { this.name = name; }
    public String getNumber() { return number; }
    public void setNumber(String number) { this.number = number; }
    public String getStartDay() { return startDay; }
    public void setStartDay(String startDay) { this.startDay = startDay; }
    public String getStartMonth() { return startMonth; }
    public void setStartMonth(String startMonth) { this.startMonth = startMonth; }
    public String getStartYear() { return startYear; }
    public void setStartYear(String startYear) { this.startYear = startYear; }
    public String getType() { return type; }
    public void setType(String type) { this.type = type; }
}
