// Peer for tests: the user types of the MSPC Integration API, members in wire order (the order of declaration).
using System;
using System.Collections.Generic;

namespace Peer
{
    public enum UserRole
    {
        Administrator = 1, Reseller = 2, User = 3, ResellerCSR = 4, PlatformCSR = 5, ResellerHelpdesk = 6, PlatformHelpdesk = 7,
    }

    public enum UserStatus { Active = 1, Suspended = 2, Cancelled = 3, Pending = 4 }

    public enum UserLoginStatus { Enabled = 0, Disabled = 1, LockedOut = 2 }

    public class UserVlan
    {
        public ushort VLanID { get; set; }
        public string Comment { get; set; }
    }

    /// <summary>An account. Number and enum twins share one value, so that on input the later element wins.</summary>
    public class UserInfo
    {
        bool ecommerceEnabled;

        public int RoleId { get; set; }
        public UserRole Role { get => (UserRole)RoleId; set => RoleId = (int)value; }
        public int StatusId { get; set; }
        public UserStatus Status { get => (UserStatus)StatusId; set => StatusId = (int)value; }
#if !ADD_USER_2
        public int LoginStatusId { get; set; }
        public UserLoginStatus LoginStatus { get => (UserLoginStatus)LoginStatusId; set => LoginStatusId = (int)value; }
        public int FailedLogins { get; set; }
#endif
        public int UserId { get; set; }
        public int OwnerId { get; set; }
        public bool IsPeer { get; set; }
        public DateTime Created { get; set; }
        public DateTime Changed { get; set; }
        public bool IsDemo { get; set; }
        public string Comments { get; set; }
        public string LastName { get; set; }
        public string Username { get; set; }
#if ADD_USER_2
        public string Password { get; set; }
#endif
        public string FirstName { get; set; }
        public string Email { get; set; }
        public string PrimaryPhone { get; set; }
        public string Zip { get; set; }
        public string InstantMessenger { get; set; }
        public string Fax { get; set; }
        public string SecondaryPhone { get; set; }
        public string SecondaryEmail { get; set; }
        public string Country { get; set; }
        public string Address { get; set; }
        public string City { get; set; }
        public string State { get; set; }
        public bool HtmlMail { get; set; }
        public string CompanyName { get; set; }
        public bool EcommerceEnabled
        {
            get => ecommerceEnabled && RoleId != (int)UserRole.User;
            set => ecommerceEnabled = value;
        }
#if !ADD_USER_2
        public string SubscriberNumber { get; set; }
#endif
#if ADD_USER_4
        public int MfaMode { get; set; }
#endif
        public string AdditionalParams { get; set; }
        public List<UserVlan> Vlans { get; set; } = new List<UserVlan>();

        public UserInfo Copy() => (UserInfo)MemberwiseClone();
    }
}
