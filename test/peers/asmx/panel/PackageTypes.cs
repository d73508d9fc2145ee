// Peer for tests: the package types of the MSPC Integration API, members in wire order (the order of declaration).
using System;
using System.Data;

namespace Peer
{
    public enum PackageStatus { Active = 1, Suspended = 2, Cancelled = 3, New = 4 }

    /// <summary>A hosting space. It has no enum twin of its status.</summary>
    public class PackageInfo
    {
        public int PackageId { get; set; }
        public int UserId { get; set; }
        public int ParentPackageId { get; set; }
        public int StatusId { get; set; }
        public int PlanId { get; set; }
        public DateTime PurchaseDate { get; set; }
        public string PackageName { get; set; }
        public string PackageComments { get; set; }
        public int ServerId { get; set; }
        public int DiskSpace { get; set; }
        public int BandWidth { get; set; }
        public int DiskSpaceQuota { get; set; }
        public int BandWidthQuota { get; set; }
        public int Domains { get; set; }
        public int DomainsQuota { get; set; }
        public bool OverrideQuotas { get; set; }
        public bool DefaultTopPackage { get; set; }
        public HostingPlanGroupInfo[] Groups { get; set; }
        public HostingPlanQuotaInfo[] Quotas { get; set; }

        public PackageInfo Copy() => (PackageInfo)MemberwiseClone();
    }

    public class PackageAddonInfo
    {
        public int PackageAddonId { get; set; }
        public int PackageId { get; set; }
        public int PlanId { get; set; }
        public int Quantity { get; set; }
        public DateTime PurchaseDate { get; set; }
        public string Comments { get; set; }
        public int StatusId { get; set; }
        public string PlanName { get; set; }
        public string PlanDescription { get; set; }

        public PackageAddonInfo Copy() => (PackageAddonInfo)MemberwiseClone();
    }

    /// <summary>An id, 0 or a negative code; the rows of a quota check if the call came as far as one.</summary>
    public class PackageResult
    {
        public int Result { get; set; }
        public DataSet ExceedingQuotas { get; set; }
    }

    public class PackageContext
    {
        public PackageInfo Package { get; set; }
        public HostingPlanGroupInfo[] GroupsArray { get; set; }
        public QuotaValueInfo[] QuotasArray { get; set; }
    }
}
