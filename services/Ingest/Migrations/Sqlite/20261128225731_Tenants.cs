using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tenants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_StoredName",
                table: "receipts");

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                table: "receipts",
                type: "TEXT",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.AddColumn<Guid>(
                name: "UploadId",
                table: "receipts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tenant",
                table: "batches",
                type: "TEXT",
                nullable: false,
                defaultValue: "principal");

            migrationBuilder.CreateTable(
                name: "first_responses",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Response = table.Column<string>(type: "TEXT", nullable: true),
                    RequestId = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_first_responses", x => new { x.Tenant, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "upload_tallies",
                columns: table => new
                {
                    Tenant = table.Column<string>(type: "TEXT", nullable: false),
                    Minute = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Files = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_upload_tallies", x => new { x.Tenant, x.Minute, x.Code }));

            // The table "tallies" stays for replicas of the version before; a later migration drops it.
            migrationBuilder.Sql("""INSERT INTO upload_tallies ("Tenant", "Minute", "Code", "Files", "Bytes") SELECT 'principal', "Minute", "Code", "Files", "Bytes" FROM tallies""");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_Tenant",
                table: "receipts",
                columns: new[] { "State", "Tenant" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredName",
                table: "receipts",
                columns: new[] { "Tenant", "StoredName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_UploadId",
                table: "receipts",
                column: "UploadId");

            migrationBuilder.CreateIndex(
                name: "IX_batches_Tenant_OpenedAt",
                table: "batches",
                columns: new[] { "Tenant", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_first_responses_At",
                table: "first_responses",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "first_responses");

            migrationBuilder.DropIndex(
                name: "IX_receipts_State_Tenant",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Tenant_StoredName",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_UploadId",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_batches_Tenant_OpenedAt",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "Tenant",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "UploadId",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Tenant",
                table: "batches");

            migrationBuilder.DropTable(
                name: "upload_tallies");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_StoredName",
                table: "receipts",
                column: "StoredName",
                unique: true);
        }
    }
}
