// Peer for tests: the hosting plan types of the MSPC Integration API, members in wire order (the order of declaration).
namespace Peer
{
    /// <summary>A hosting plan or, with IsAddon, a hosting addon.</summary>
    public class HostingPlanInfo
    {
        public int PlanId { get; set; }
        public int PackageId { get; set; }
        public string PlanName { get; set; }
        public string PlanDescription { get; set; }
        public bool Available { get; set; }
        public int ServerId { get; set; }
        public bool IsAddon { get; set; }
        public decimal SetupPrice { get; set; }
        public decimal RecurringPrice { get; set; }
        public int RecurrenceUnit { get; set; }
        public int RecurrenceLength { get; set; }
        public HostingPlanGroupInfo[] Groups { get; set; }
        public HostingPlanQuotaInfo[] Quotas { get; set; }
        public int UserId { get; set; }

        public HostingPlanInfo Copy() => (HostingPlanInfo)MemberwiseClone();

        /// <summary>As the database's money type gives it back: four fraction digits, which a decimal keeps.</summary>
        public static decimal Money(decimal amount) => amount + 0.0000m;
    }

    public class HostingPlanGroupInfo
    {
        public int GroupId { get; set; }
        public bool Enabled { get; set; }
        public bool CalculateDiskSpace { get; set; }
        public bool CalculateBandwidth { get; set; }
        public string GroupName { get; set; }
    }

    public class HostingPlanQuotaInfo
    {
        public int QuotaId { get; set; }
        public int QuotaValue { get; set; }
    }

    public class QuotaValueInfo
    {
        public int QuotaAllocatedValue { get; set; }
        public int QuotaAllocatedValuePerOrganization { get; set; }
        public int QuotaUsedValue { get; set; }
        public bool QuotaExhausted { get; set; }
        public string QuotaName { get; set; }
        public string QuotaDescription { get; set; }
        public int QuotaId { get; set; }
        public int QuotaTypeId { get; set; }
        public int GroupId { get; set; }
    }

    public class HostingPlanContext
    {
        public HostingPlanInfo HostingPlan { get; set; }
        public HostingPlanGroupInfo[] GroupsArray { get; set; }
        public QuotaValueInfo[] QuotasArray { get; set; }
    }
}
