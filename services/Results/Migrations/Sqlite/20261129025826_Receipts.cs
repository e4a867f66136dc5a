using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Results.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Receipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RereadBy",
                table: "batches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "draws",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "TEXT", nullable: false),
                    DrawDate = table.Column<string>(type: "TEXT", nullable: false),
                    DrawNumber = table.Column<string>(type: "TEXT", nullable: false),
                    CutOff = table.Column<string>(type: "TEXT", nullable: true),
                    CutOffBy = table.Column<string>(type: "TEXT", nullable: true),
                    CutOffAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draws", x => new { x.Tenant, x.DrawDate, x.DrawNumber });
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Tenant = table.Column<string>(type: "TEXT", nullable: false, defaultValue: "principal"),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    ResultFile = table.Column<string>(type: "TEXT", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", nullable: false),
                    DrawDate = table.Column<string>(type: "TEXT", nullable: false),
                    DrawNumber = table.Column<string>(type: "TEXT", nullable: false),
                    WhatsappId = table.Column<string>(type: "TEXT", nullable: false),
                    SenderName = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<string>(type: "TEXT", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReasonCode = table.Column<string>(type: "TEXT", nullable: true),
                    FileKey = table.Column<string>(type: "TEXT", nullable: false),
                    SenderKey = table.Column<string>(type: "TEXT", nullable: false),
                    SenderRest = table.Column<string>(type: "TEXT", nullable: false),
                    ReferenceEnd = table.Column<string>(type: "TEXT", nullable: false),
                    PhoneEnd = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentEnd = table.Column<string>(type: "TEXT", nullable: false),
                    AmountCents = table.Column<long>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", nullable: false),
                    OriginBank = table.Column<string>(type: "TEXT", nullable: false),
                    PaidOn = table.Column<string>(type: "TEXT", nullable: false),
                    PaymentState = table.Column<string>(type: "TEXT", nullable: false),
                    IsReceipt = table.Column<bool>(type: "INTEGER", nullable: false),
                    Complete = table.Column<bool>(type: "INTEGER", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", nullable: false),
                    Duplicate = table.Column<int>(type: "INTEGER", nullable: false),
                    DuplicateOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    Review = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrections = table.Column<string>(type: "TEXT", nullable: true),
                    Details = table.Column<string>(type: "TEXT", nullable: false),
                    Risk = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review_log",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Tenant = table.Column<string>(type: "TEXT", nullable: false, defaultValue: "principal"),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                    Unpublished = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_log", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                table: "receipts",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_RequestId",
                table: "receipts",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_AmountCents_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "AmountCents", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_Decision_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "Decision", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_DocumentEnd",
                table: "receipts",
                columns: new[] { "Tenant", "DocumentEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_DrawDate_DrawNumber_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "DrawDate", "DrawNumber", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_FileKey",
                table: "receipts",
                columns: new[] { "Tenant", "FileKey" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_OriginBank_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "OriginBank", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_PaidOn_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "PaidOn", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_PaymentState_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "PaymentState", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_PhoneEnd",
                table: "receipts",
                columns: new[] { "Tenant", "PhoneEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_ReferenceEnd",
                table: "receipts",
                columns: new[] { "Tenant", "ReferenceEnd" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_Review_Risk_Id",
                table: "receipts",
                columns: new[] { "Tenant", "Review", "Risk", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_SenderKey",
                table: "receipts",
                columns: new[] { "Tenant", "SenderKey" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_SenderRest",
                table: "receipts",
                columns: new[] { "Tenant", "SenderRest" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_WhatsappId_StoredAt_Id",
                table: "receipts",
                columns: new[] { "Tenant", "WhatsappId", "StoredAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_review_log_ReceiptId_Id",
                table: "review_log",
                columns: new[] { "ReceiptId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_review_log_Unpublished",
                table: "review_log",
                column: "Unpublished",
                filter: "\"Unpublished\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draws");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "review_log");

            migrationBuilder.DropColumn(
                name: "RereadBy",
                table: "batches");
        }
    }
}
