// Peer for tests: contact and billing data of a signup, member names as on the wire.
package peer;

public class ContactInfo {
    private String address1;
    private String address2;
    private String address3;
    private String city;
    private String country;
    private String email;
    private String fax;
    private String first_name;
    private String last_name;
    private String org_name;
    private String phone;
    private String postal_code;
    private String state;
    private String state2;

    public String getAddress1() { return address1; }
    public void setAddress1(String address1) { this.address1 = address1; }
    public String getAddress2() { return address2; }
    public void setAddress2(String address2) { this.address2 = address2; }
    public String getAddress3() { return address3; }
    public void setAddress3(String address3) { this.address3 = address3; }
    public String getCity() { return city; }
    public void setCity(String city) { this.city = city; }
    public String getCountry() { return country; }
    public void setCountry(String country) { this.country = country; }
    public String getEmail() { return email; }
    public void setEmail(String email) { this.email = email; }
    public String getFax() { return fax; }
    public void setFax(String fax) { this.fax = fax; }
    public String getFirst_name() { return first_name; }
    public void setFirst_name(String first_name) { this.first_name = first_name; }
    public String getLast_name() { return last_name; }
    public void setLast_name(String last_name) { this.last_name = last_name; }
    public String getOrg_name() { return org_name; }
    public void setOrg_name(String org_name) { this.org_name = org_name; }
    public String getPhone() { return phone; }
    public void setPhone(String phone) { this.phone = phone; }
    public String getPostal_code() { return postal_code; }
    public void setPostal_code(String postal_code) { this.postal_code = postal_code; }
    public String getState() { return state; }
    public void setState(String state) { this.state = state; }
    public String getState2() { return state2; }
    public void setState2(String state2) { this.state2 = state2; }
}
